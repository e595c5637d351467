// The pages of a place or source: references that can be chosen by keyboard and are named for screen readers.
import { nameReferences } from "../entering/references.js";

nameReferences(window.django.jQuery);
