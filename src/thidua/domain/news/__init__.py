"""The news item of a conference: values in, paragraphs out; facts only, quotations left blank."""

from thidua.domain.news.compose import LEAST, MOST, NewsItem, compose, word_count
from thidua.domain.news.facts import Conclusion, Conference, Handed, Phase, Signed, Spoken

__all__ = [
    "LEAST",
    "MOST",
    "Conclusion",
    "Conference",
    "Handed",
    "NewsItem",
    "Phase",
    "Signed",
    "Spoken",
    "compose",
    "word_count",
]
