"""The encoder at run time: windows in, scores out, decoded into sentences, trees, names, speech, events and times.

Reports are read in parallel by process. NumPy's linear algebra would start threads of its own in each of them, which
wait for one another longer than these small products take, so it is held to one unless the user says otherwise.
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before NumPy is first imported
