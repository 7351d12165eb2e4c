"""Makes the weights that `dateline.sentence.reader` runs: data, model, training, export, evaluation."""
