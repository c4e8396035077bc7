"""Solve one question with pysal/spopt and its default solver for many p, and say the seconds and optima as JSON, a line each.

python rival.py QUESTION.json: {"kind": "mclp" | "p-median", "cost": [[demand][candidate]], "weights": [], "radius": 0, "p": []}
"""

import json
import sys
import time

import numpy
import pulp
from spopt.locate import MCLP, PMedian

with open(sys.argv[1]) as file:
    question = json.load(file)
cost = numpy.array(question["cost"], dtype=float)
cost[cost < 0] = 1e9
weights = numpy.array(question["weights"], dtype=float)
for p in question["p"]:
    start = time.perf_counter()
    if question["kind"] == "mclp":
        model = MCLP.from_cost_matrix(cost, weights, question["radius"], p_facilities=p)
    else:
        model = PMedian.from_cost_matrix(cost, weights, p_facilities=p)
    try:
        model = model.solve(pulp.PULP_CBC_CMD(msg=False, timeLimit=question["limit"]), results=False)
    except RuntimeError:
        pass  # not solved in time: the status says so
    status = pulp.LpStatus[model.problem.status]
    objective = pulp.value(model.problem.objective) if status == "Optimal" else None
    seconds = time.perf_counter() - start
    print(json.dumps({"p": p, "seconds": seconds, "objective": objective, "status": status}), flush=True)
