"""A piece of a page that stands in it twice, such as its title: written once, in blocks that pages fill."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_block_tag
def keep(content: SafeString) -> SafeString:
    """Return what stands inside on one line, for `{% keep as name %}`."""
    return format_html("{}", SafeString(" ".join(content.split())))
