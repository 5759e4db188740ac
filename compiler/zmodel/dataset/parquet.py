"""How tables are stored as Parquet."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow as pa

ROW_GROUP = 1 << 18


def as_parquet(table: pa.Table) -> pa.Buffer:
    """The content of a Parquet file.

    Real numbers are hardly ever equal, so they are no entries of a dictionary. Their bytes are put together by weight,
    which compresses them best. Made in memory: a writer of files that is interrupted closes its file once more, later,
    and complains.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    real = [field.name for field in table.schema if pa.types.is_floating(field.type)]
    others = [name for name in table.column_names if name not in real]
    content = pa.BufferOutputStream()
    pq.write_table(
        table,
        content,
        compression="zstd",
        compression_level=1,
        row_group_size=ROW_GROUP,
        use_dictionary=others or False,
        column_encoding=dict.fromkeys(real, "BYTE_STREAM_SPLIT"),
    )
    return content.getvalue()
