"""Sums by pandana's aggregate, which gives them for all nodes at once; what it was asked and what it says are JSON files."""

import json
import resource
import sys
import time

import numpy
import pandana
import pandas

with open(sys.argv[1], encoding="utf-8") as file:
    asked = json.load(file)


def processor_seconds():
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


# Costs become whole thousandths inside pandana: thousandths of minutes are given, so that nothing to speak of is rounded.
fine = 1000
nobody = pandas.Series(numpy.zeros(asked["nodes"]))
edges = pandas.DataFrame({"cost": numpy.array(asked["minutes"]) * fine})
start, worked = time.time(), processor_seconds()
network = pandana.Network(nobody, nobody, pandas.Series(asked["from"]), pandas.Series(asked["to"]), edges, twoway=False)
network.set(pandas.Series(asked["at"]), variable=pandas.Series(asked["counts"]), name="count")
answer = {"made_s": time.time() - start, "made_cpu_s": processor_seconds() - worked, "sums": {}}
for decay, theirs in {"exponential": "exp", "linear": "linear", "step": "flat"}.items():
    start, worked = time.time(), processor_seconds()
    found = network.aggregate(asked["radius"] * fine, type="sum", decay=theirs, name="count").to_numpy()
    answer["sums"][decay] = {
        "s": time.time() - start,
        "cpu_s": processor_seconds() - worked,
        "values": found[numpy.array(asked["origins"])].tolist(),
    }
with open(sys.argv[2], "w", encoding="utf-8") as file:
    json.dump(answer, file)
