"""Times the Python packages on the matrices that SolverTimes wrote.

    peers.py FOLDER SECONDS SIZES SEEDS

Prints lines code,family,n,seed,tolerance,microseconds,error,0, where tolerance is "default" or "tightest", and lines
starting with # for what could not be measured. Time is processor time of the process, all its threads together, of the
median call; the number of threads of the linear algebra is set to one by the script that calls this.
A cell gets about SECONDS; calls that take longer are timed once after the first one.
"""

import glob
import importlib.machinery
import importlib.util
import os
import statistics
import struct
import sys
import time
import warnings

warnings.filterwarnings("ignore")

import numpy as np  # noqa: E402

SECONDS = float(sys.argv[2])


def say(text):
    print(text, flush=True)


def read(folder, family, n, seed):
    with open(os.path.join(folder, f"{family}-{n}-{seed}.bin"), "rb") as file:
        data = np.frombuffer(file.read(), dtype="<f8")
    n = int(data[0])
    return data[1 + n :].reshape(n, n).copy(), data[1 : 1 + n].copy()


def error(covariance, budgets, weights):
    contributions = weights * (covariance @ weights)
    return float(np.max(np.abs(contributions / (budgets * contributions.sum()) - 1)))


def microseconds(call):
    """The median of as many calls as fit in the time, five at least unless they are slow; and the last result."""
    result = call()
    times = []
    end = time.perf_counter() + SECONDS
    while not times or (time.perf_counter() < end and len(times) < 2000):
        before = time.process_time()
        result = call()
        times.append(time.process_time() - before)
    return statistics.median(times) * 1e6, result


class RiskParityPy:
    """riskparity.py: its C++ kernels, called without the package around them, which needs JAX to be imported."""

    name = "riskparity.py"
    largest = 1000

    def __init__(self):
        spec = importlib.util.find_spec("riskparityportfolio")
        found = glob.glob(os.path.join(os.path.dirname(spec.origin), "vanilla*.so"))
        loader = importlib.machinery.ExtensionFileLoader("vanilla", found[0])
        self.kernel = importlib.util.module_from_spec(importlib.util.spec_from_loader("vanilla", loader))
        loader.exec_module(self.kernel)
        one = np.ones((1, 1))
        overhead, _ = microseconds(lambda: self.batch(one))
        say(f"# riskparity.py: a call with n = 1 takes {overhead / 1000:.2f} us, which is taken off its times in the table")

    def batch(self, one):
        for _ in range(1000):
            self.kernel.design(one, one[0])

    def variants(self, covariance, budgets):
        # The names of the two methods are exchanged in version 0.6: asked for "choi", it runs the other one.
        # Its tolerance is absolute, so the tightest one is that of the smallest budget.
        smallest = float(budgets.min())
        for algorithm, asked in (("spinu", "choi"), ("choi", "spinu")):
            yield f"riskparity.py-{algorithm}", "default", lambda: self.kernel.design(
                covariance, budgets, method=asked
            )
            for relative in (1e-6, 1e-10):
                yield f"riskparity.py-{algorithm}", f"{relative:.0e}", lambda: self.kernel.design(
                    covariance, budgets, tol=relative * smallest, maxiter=5000, method=asked
                )


class Skfolio:
    name = "skfolio"
    largest = 100

    def __init__(self):
        from skfolio.moments import BaseCovariance
        from skfolio.optimization import RiskBudgeting
        from skfolio.prior import EmpiricalPrior

        class Given(BaseCovariance):
            """An estimator that knows its answer."""

            def __init__(self, matrix=None):
                super().__init__(nearest=False)
                self.matrix = matrix

            def fit(self, X, y=None):
                self.n_features_in_ = X.shape[1]
                self.covariance_ = self.matrix
                return self

        self.given, self.prior, self.model = Given, EmpiricalPrior, RiskBudgeting

    def variants(self, covariance, budgets):
        n = len(budgets)
        returns = np.random.default_rng(1).normal(0, 0.01, (10, n))
        tight = {"tol_gap_abs": 1e-12, "tol_gap_rel": 1e-12, "tol_feas": 1e-12}
        for label, parameters in (("default", None), ("tightest", tight)):

            def solve():
                prior = self.prior(covariance_estimator=self.given(covariance))
                model = self.model(risk_budget=budgets, prior_estimator=prior, solver_params=parameters)
                return np.asarray(model.fit(returns).weights_)

            yield "skfolio", label, solve


class Riskfolio:
    name = "riskfolio-lib"
    largest = 100

    def __init__(self):
        import pandas
        import riskfolio

        self.pandas, self.library = pandas, riskfolio

    def variants(self, covariance, budgets):
        n = len(budgets)
        names = [f"a{i}" for i in range(n)]
        returns = self.pandas.DataFrame(np.random.default_rng(1).normal(0, 0.01, (10, n)), columns=names)
        matrix = self.pandas.DataFrame(covariance, index=names, columns=names)
        mean = self.pandas.DataFrame(np.zeros((1, n)), columns=names)
        tight = {"CLARABEL": {"tol_gap_abs": 1e-12, "tol_gap_rel": 1e-12, "tol_feas": 1e-12}}
        for label, parameters in (("default", {}), ("tightest", tight)):

            def solve():
                portfolio = self.library.Portfolio(returns=returns)
                portfolio.mu, portfolio.cov = mean, matrix
                portfolio.solvers = ["CLARABEL"]
                portfolio.sol_params = parameters
                found = portfolio.rp_optimization(model="Classic", rm="MV", rf=0, b=budgets.reshape(-1, 1), hist=True)
                if found is None:
                    raise ValueError("it returned nothing")
                return found["weights"].to_numpy()

            yield "riskfolio-lib", label, solve


class PyPortfolioOpt:
    """It has no risk parity; hierarchical risk parity, its nearest offer, is timed to be complete."""

    name = "PyPortfolioOpt"
    largest = 100

    def __init__(self):
        import pandas
        from pypfopt import HRPOpt

        self.pandas, self.model = pandas, HRPOpt

    def variants(self, covariance, budgets):
        names = [f"a{i}" for i in range(len(budgets))]
        matrix = self.pandas.DataFrame(covariance, index=names, columns=names)

        def solve():
            found = self.model(cov_matrix=matrix).optimize()
            return np.array([found[name] for name in names])

        yield "PyPortfolioOpt-HRP", "default", solve


def main():
    folder = sys.argv[1]
    sizes, seeds = ([int(v) for v in list_.split(",")] for list_ in sys.argv[3:5])
    peers = []
    for peer in (RiskParityPy, Skfolio, Riskfolio, PyPortfolioOpt):
        try:
            peers.append(peer())
        except Exception as e:  # noqa: BLE001 - whatever it is, the others are measured
            say(f"# {peer.name} could not be used: {type(e).__name__}: {str(e).splitlines()[0] if str(e) else ''}")
    for n in sizes:
        for family in ("wishart", "factor", "crypto", "multi"):
            for seed in seeds:
                covariance, budgets = read(folder, family, n, seed)
                for peer in peers:
                    if n <= peer.largest:
                        measure(peer, family, n, seed, covariance, budgets)


def measure(peer, family, n, seed, covariance, budgets):
    try:
        for code, tolerance, call in peer.variants(covariance, budgets):
            time_, weights = microseconds(call)
            say(f"{code},{family},{n},{seed},{tolerance},{time_:.3f},{error(covariance, budgets, weights):.2e},0")
    except Exception as e:  # noqa: BLE001
        text = str(e).splitlines()[0] if str(e) else ""
        say(f"# {peer.name} on {family} n={n}: {type(e).__name__}: {text}")


main()
