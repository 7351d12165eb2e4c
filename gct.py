import gc,sys,time
from benchmarks.speed import pile
from dateline.pipeline.reading import read_one
import inspect
from dateline.pipeline import reading as R
rows=pile(30)
import dateline.report as rep
import tempfile,json,dateline
from dateline.pipeline import adding
d=tempfile.mkdtemp()
# collect Report objects by intercepting
got=[]
orig=R._written
def w(r):
    got.append(r); return orig(r)
R._written=w
s=dateline.open(d+'/x.dateline'); s.add(rows,workers=1)
for mode in ('on','off','on','off','thr','on'):
    if mode=='on': gc.enable(); gc.set_threshold(700,10,10)
    elif mode=='off': gc.disable()
    else: gc.enable(); gc.set_threshold(50000,20,100)
    t=time.process_time()
    for r in got: orig(r)
    print(mode,round((time.process_time()-t)/len(got)*1000,1),'ms/report',gc.get_count(), len(gc.get_objects()))
print([x['collections'] for x in gc.get_stats()])
