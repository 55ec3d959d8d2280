"""Temporary."""
from dataclasses import dataclass

from sepakat.sources import json_lines, text_file
from sepakat.sources.record import Record
from sepakat.text.article import Article


def is_known(name): return name.lower().endswith(('.txt','.jsonl','.jsonl.gz'))
@dataclass
class One:
    source:str; data:bytes; position:int=0; first:int=0; n_records:int=1; n_bytes:int=0; consumed:int=0
    def where(self, search): return [0] if search(self.data) else []
    def record(self,i): return Record(self.source,"text",self.data)
def blocks_of(path, *, columns, start=0, first=0, stdin=None):
    if '.jsonl' in path:
        yield from json_lines.blocks(path,columns=columns,start=start,first=first,stdin=stdin); return
    from sepakat.errors import SourceError
    try:
        data=stdin.read() if path=='-' else open(path,'rb').read()
    except OSError as e: raise SourceError(f"{path} {e}")
    if start==0: yield One(path,data,n_bytes=len(data))
def article_of(record, columns):
    if record.form=='json': return json_lines.article(record, columns)
    return Article(text_file.decode(record.data, source=record.source), source=record.source)
