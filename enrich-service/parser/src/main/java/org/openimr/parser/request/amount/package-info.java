/** Parses quantities, strengths, refills, sessions, frequencies and durations. */
package org.openimr.parser.request.amount;
