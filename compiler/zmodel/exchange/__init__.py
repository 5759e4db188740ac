"""What other programs read and compute: WCxf documents, and the tables of flavio and smelli."""

from zmodel.exchange.document import BASES, build_document, document_text

__all__ = ["BASES", "build_document", "document_text"]
