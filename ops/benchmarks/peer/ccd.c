/*
 * Cyclical coordinate descent for risk parity in C, the reference of the tables: three own codings.
 *
 *   spinu  Griveau-Billion, Richard and Roncalli 2013 on the covariance, Sx kept up to date, from equal weights; what
 *          the published C++ kernels run.
 *   choi   Choi and Chen 2022 on the correlations, one product of a row per coordinate, rescaled after every sweep.
 *   best   both together: correlations, Cx kept up to date, Choi and Chen's start, rescaled after every sweep.
 *
 * Each runs the number of sweeps that an oracle found to be the fewest that reach the tolerance, and tests nothing.
 * No user can run them that quickly.
 *
 *   ccd SECONDS FILE...        the files that SolverTimes wrote
 *
 * Prints lines code,family,n,seed,tolerance,microseconds,error,sweeps with processor time of this thread, the median of
 * up to 25 batches; and the time to read the n(n+1)/2 numbers of the lower half once, as code "read".
 */
#define _GNU_SOURCE
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define BATCHES 25
#define LEAST 5 /* batches where each takes long */
#define MOST_SWEEPS 4096

typedef struct {
  int n;
  int m; /* length of a row: n rounded up to a cache line */
  double *s;
  double *c; /* correlations */
  double *b;
  double *vol;
  double *x;
  double *y;
} problem;

typedef void (*method)(problem *, int);

static double *room(size_t count) {
  double *p = aligned_alloc(64, (8 * count + 63) / 64 * 64);
  if (!p) exit(2);
  memset(p, 0, 8 * count);
  return p;
}

static int load(problem *p, const char *file) {
  FILE *f = fopen(file, "rb");
  double n;
  if (!f || fread(&n, 8, 1, f) != 1) return 0;
  p->n = (int)n;
  p->m = (p->n + 7) / 8 * 8;
  p->s = room((size_t)p->n * p->m);
  p->c = room((size_t)p->n * p->m);
  p->b = room(p->m);
  p->vol = room(p->m);
  p->x = room(p->m);
  p->y = room(p->m);
  int ok = fread(p->b, 8, p->n, f) == (size_t)p->n;
  for (int i = 0; i < p->n; i++) ok &= fread(p->s + (size_t)i * p->m, 8, p->n, f) == (size_t)p->n;
  fclose(f);
  for (int i = 0; i < p->n; i++) p->vol[i] = sqrt(p->s[(size_t)i * p->m + i]);
  return ok;
}

static void drop(problem *p) {
  free(p->s), free(p->c), free(p->b), free(p->vol), free(p->x), free(p->y);
}

static void axpy(double *restrict y, double t, const double *restrict a, int m) {
  for (int i = 0; i < m; i++) y[i] += t * a[i];
}

/* Sums may be reordered here, as the linear algebra libraries do. */
__attribute__((optimize("fast-math"))) static double dot(const double *a, const double *b, int m) {
  double sum = 0;
  for (int i = 0; i < m; i++) sum += a[i] * b[i];
  return sum;
}

__attribute__((optimize("fast-math"))) static double total(const double *a, int m) {
  double sum = 0;
  for (int i = 0; i < m; i++) sum += a[i];
  return sum;
}

static void spinu(problem *p, int sweeps) {
  int n = p->n, m = p->m;
  double *restrict x = p->x, *restrict y = p->y;
  double all = 0;
  for (int i = 0; i < n; i++) all += y[i] = total(p->s + (size_t)i * m, m);
  double level = sqrt(1 / all);
  for (int i = 0; i < n; i++) x[i] = level, y[i] *= level;
  for (int k = 0; k < sweeps; k++)
    for (int i = 0; i < n; i++) {
      const double *row = p->s + (size_t)i * m;
      double v = row[i], a = y[i] - v * x[i];
      double next = (sqrt(a * a + 4 * v * p->b[i]) - a) / (2 * v);
      axpy(y, next - x[i], row, m);
      x[i] = next;
    }
}

static void correlate(problem *p) {
  for (int i = 0; i < p->n; i++) {
    const double *s = p->s + (size_t)i * p->m;
    double *c = p->c + (size_t)i * p->m, f = 1 / p->vol[i];
    for (int j = 0; j < p->n; j++) c[j] = s[j] * f / p->vol[j];
  }
}

static void unscale(problem *p) {
  for (int i = 0; i < p->n; i++) p->x[i] /= p->vol[i];
}

static void start(problem *p) {
  double all = 0;
  for (int i = 0; i < p->n; i++) all += p->y[i] = total(p->c + (size_t)i * p->m, p->m);
  double half = 0.5 / sqrt(all);
  for (int i = 0; i < p->n; i++) {
    double a = (p->y[i] - 1) * half;
    p->x[i] = sqrt(a * a + p->b[i]) - a;
  }
}

static void choi(problem *p, int sweeps) {
  int n = p->n, m = p->m;
  double *x = p->x;
  correlate(p);
  start(p);
  for (int k = 0; k < sweeps; k++) {
    for (int i = 0; i < n; i++) {
      double a = (dot(p->c + (size_t)i * m, x, m) - x[i]) / 2;
      x[i] = sqrt(a * a + p->b[i]) - a;
    }
    double risk = 0;
    for (int i = 0; i < n; i++) risk += x[i] * dot(p->c + (size_t)i * m, x, m);
    risk = 1 / sqrt(risk);
    for (int i = 0; i < n; i++) x[i] *= risk;
  }
  unscale(p);
}

static void best(problem *p, int sweeps) {
  int n = p->n, m = p->m;
  double *restrict x = p->x, *restrict y = p->y;
  correlate(p);
  start(p);
  memset(y, 0, 8 * m);
  for (int i = 0; i < n; i++) axpy(y, x[i], p->c + (size_t)i * m, m);
  for (int k = 0; k < sweeps; k++) {
    double risk = 1 / sqrt(dot(x, y, m));
    for (int i = 0; i < m; i++) x[i] *= risk, y[i] *= risk;
    for (int i = 0; i < n; i++) {
      double a = (y[i] - x[i]) / 2;
      double next = sqrt(a * a + p->b[i]) - a;
      axpy(y, next - x[i], p->c + (size_t)i * m, m);
      x[i] = next;
    }
  }
  unscale(p);
}

/* The largest relative error of a risk contribution, from a fresh product, for any scale of x. */
static double error(const problem *p) {
  double *rc = room(p->n), all = 0, worst = 0;
  for (int i = 0; i < p->n; i++) {
    long double sum = 0;
    for (int j = 0; j < p->n; j++) sum += (long double)p->s[(size_t)i * p->m + j] * p->x[j];
    all += rc[i] = (double)(p->x[i] * sum);
  }
  for (int i = 0; i < p->n; i++) {
    double e = fabs(rc[i] / (p->b[i] * all) - 1);
    if (!(e <= worst)) worst = e;
  }
  free(rc);
  return worst;
}

static int oracle(problem *p, method run, double tolerance) {
  int low = 0, high = 1;
  while (run(p, high), !(error(p) <= tolerance)) {
    low = high, high *= 2;
    if (high > MOST_SWEEPS) return -1;
  }
  while (high - low > 1) {
    int middle = (low + high) / 2;
    run(p, middle);
    if (error(p) <= tolerance) high = middle;
    else low = middle;
  }
  return high;
}

static double now(clockid_t clock) {
  struct timespec t;
  clock_gettime(clock, &t);
  return t.tv_sec + 1e-9 * t.tv_nsec;
}

static int rising(const void *a, const void *b) {
  double d = *(const double *)a - *(const double *)b;
  return (d > 0) - (d < 0);
}

static volatile double kept;

static void read_half(problem *p, int ignored) {
  (void)ignored;
  double sum = 0;
  for (int i = 0; i < p->n; i++) sum += total(p->s + (size_t)i * p->m, (i + 8) / 8 * 8);
  kept = sum;
}

static double microseconds(problem *p, method run, int sweeps, double seconds) {
  long runs = 0;
  double before = now(CLOCK_THREAD_CPUTIME_ID), end = now(CLOCK_MONOTONIC) + seconds;
  do run(p, sweeps), runs++;
  while (now(CLOCK_MONOTONIC) < end);
  double each = (now(CLOCK_THREAD_CPUTIME_ID) - before) / runs;
  long batch = (long)(seconds / 100 / each);
  if (batch < 1) batch = 1;
  double times[BATCHES], spent = 0;
  int k = 0;
  while (k < BATCHES && (k < LEAST || spent < 10 * seconds)) {
    before = now(CLOCK_THREAD_CPUTIME_ID);
    for (long r = 0; r < batch; r++) run(p, sweeps);
    double took = now(CLOCK_THREAD_CPUTIME_ID) - before;
    times[k++] = took / batch * 1e6;
    spent += took;
  }
  qsort(times, k, sizeof *times, rising);
  return times[k / 2];
}

int main(int count, char **arguments) {
  static const struct { const char *code; method run; } methods[] = {
      {"c-spinu", spinu}, {"c-choi", choi}, {"c-best", best}};
  static const double tolerances[] = {1e-6, 1e-10};
  if (count < 3) return fprintf(stderr, "ccd SECONDS FILE...\n"), 64;
  double seconds = atof(arguments[1]);
  for (int a = 2; a < count; a++) {
    problem p;
    char name[256], *base = strrchr(arguments[a], '/');
    snprintf(name, sizeof name, "%s", base ? base + 1 : arguments[a]);
    for (char *at = name; *at; at++) *at = *at == '-' ? ',' : *at == '.' ? 0 : *at;
    if (!load(&p, arguments[a])) return fprintf(stderr, "cannot read %s\n", arguments[a]), 66;
    for (int k = 0; k < 3; k++)
      for (int t = 0; t < 2; t++) {
        int sweeps = oracle(&p, methods[k].run, tolerances[t]);
        if (sweeps < 0) continue;
        double us = microseconds(&p, methods[k].run, sweeps, seconds);
        printf("%s,%s,%.0e,%.4f,%.2e,%d\n", methods[k].code, name, tolerances[t], us, error(&p), sweeps);
      }
    printf("read,%s,0e+00,%.4f,0,1\n", name, microseconds(&p, read_half, 1, seconds));
    fflush(stdout);
    drop(&p);
  }
  return 0;
}
