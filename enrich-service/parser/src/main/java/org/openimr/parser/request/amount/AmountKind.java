package org.openimr.parser.request.amount;

/** What an amount measures. */
public enum AmountKind {
  QUANTITY,
  STRENGTH,
  REFILLS,
  SESSIONS,
  FREQUENCY,
  DURATION
}
