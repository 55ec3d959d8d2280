"""The explanation of one article as a self-contained HTML page: no script, no resource from elsewhere."""

from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined

from sepakat import __version__
from sepakat.display import printable
from sepakat.explain import KINDS, Explanation, records

_ENVIRONMENT: Final = Environment(
    loader=PackageLoader("sepakat"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_ENVIRONMENT.filters["printable"] = printable


def render_page(explanation: Explanation) -> str:
    """The page as text.

    Whatever the article holds is text on the page: everything is escaped, control codes are made visible, and
    the page's content security policy allows no script at all.
    """
    return _ENVIRONMENT.get_template("explain.html").render(
        version=__version__,
        article=explanation.result.article,
        checks=explanation.result.checks,
        segments=explanation.segments,
        values={value.number: value for value in explanation.values},
        records=records(explanation.values),
        unused=[(m, m.span.of(explanation.reading.layout.article.text)) for m in explanation.unused],
        kinds=[kind for kind in KINDS if any(value.kind == kind for value in explanation.values)],
    )
