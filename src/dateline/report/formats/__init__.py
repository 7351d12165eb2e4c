"""Room: report. One file per kind of input; each gives Pages or Refusals."""
