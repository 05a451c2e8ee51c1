package org.openimr.parser.request.amount;

/**
 * An amount as printed and as numbers.
 *
 * @param printed the words of the amount
 * @param low the amount, or the lower end of a printed range
 * @param high the upper end of a printed range, else equal to {@code low}
 * @param unit the unit in its normalized spelling ({@code mg}, {@code %}, {@code session}, {@code
 *     week}, {@code time/week}, {@code hour interval}); empty where none is printed
 * @param unitPrinted false if the unit is implied by convention: {@code 2x6} means twice a week for
 *     six weeks
 */
public record PrintedAmount(
    String printed, double low, double high, String unit, boolean unitPrinted) {}
