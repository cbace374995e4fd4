package org.evenkeel.shell.cli.bands;

/**
 * One day of a walk through past prices; every array has one entry per asset.
 *
 * @param target wanted exposures at the beginning, fractions of NAV
 * @param covariance believed then, per year
 * @param returns of the day
 * @param funding sum of the day's rates, paid by who is long
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, and of one package
record BandDay(double[] target, double[][] covariance, double[] returns, double[] funding) {}
