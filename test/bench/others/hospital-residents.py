"""PyPI matching or algmatch on an instance. Arguments: the package, the instance."""

import json
import sys
import threading
import time

name, path = sys.argv[1:3]
# both copy their linked players with a recursion as deep as there are players
sys.setrecursionlimit(10_000_000)
threading.stack_size(1024 * 1024 * 1024)
with open(path) as file:
    instance = json.load(file)
choices, rankings, seats = (instance[key] for key in ("choices", "rankings", "seats"))


def solve_with_matching():
    from matching.games import HospitalResident

    residents = {f"s{s}": [f"p{p}" for p in row] for s, row in enumerate(choices)}
    hospitals = {f"p{p}": [f"s{s}" for s in row] for p, row in enumerate(rankings)}
    capacities = {f"p{p}": count for p, count in enumerate(seats)}
    started = time.time()
    game = HospitalResident.create_from_dictionaries(residents, hospitals, capacities)
    solved = game.solve(optimal="resident")
    seconds = time.time() - started
    assignment = [-1] * len(choices)
    for hospital, admitted in solved.items():
        for resident in admitted:
            assignment[int(resident.name[1:])] = int(hospital.name[1:])
    return seconds, assignment


def solve_with_algmatch():
    from algmatch import HospitalResidentsProblem

    # it takes whole numbers alone for ids, and names them r0, h0
    residents = dict(enumerate(choices))
    hospitals = {
        p: {"capacity": count, "preferences": rankings[p]} for p, count in enumerate(seats)
    }
    started = time.time()
    problem = HospitalResidentsProblem(
        dictionary={"residents": residents, "hospitals": hospitals}, optimised_side="residents"
    )
    solved = problem.get_stable_matching()["resident_sided"]
    seconds = time.time() - started
    return seconds, [int(solved[f"r{s}"][1:] or -1) for s in range(len(choices))]


def run():
    seconds, assignment = solve_with_matching() if name == "matching" else solve_with_algmatch()
    json.dump({"seconds": seconds, "assignment": assignment}, sys.stdout)


thread = threading.Thread(target=run)
thread.start()
thread.join()
