import sys,tempfile,json,dateline
t=sys.argv[1]; d=tempfile.mkdtemp()
from dateline.claim.read import read_report
from dateline.report.model import *
s=dateline.open(d+'/x.dateline'); s.add([{"id":"a","published":sys.argv[2] if len(sys.argv)>2 else "2024-05-14","text":t+"\n"}],workers=1)
for e in s.timeline(): print('TL',(e['when'] or {}).get('edtf'),e['factuality'],e['title'],'|',[(p.get('role'),p.get('name') or p.get('text')) for p in e.get('participants',[])], e.get('type'))
for l in s.inforce(): print('ST',l['status'],l['title'],(l['from'] or {}).get('edtf'),(l['to'] or {}).get('edtf'))
for f in s.figures(): print('FG',f['title'],[(p['low'],p['high'],p['role']) for p in f['points']])
