// The pages of a document: references that can be chosen by keyboard, and how far it is read.
import { nameReferences } from "../entering/references.js";
import { follow } from "./reading.js";

nameReferences(window.django.jQuery);
follow(document.getElementById("extraction"));
