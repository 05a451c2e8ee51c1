package org.openimr.parser.request.amount;

/**
 * An amount as printed and as numbers.
 *
 * @param printed the words that say it
 * @param low the amount; where a range is printed, its lower end
 * @param high equal to {@code low} where no range is printed
 * @param unit what is counted, in one spelling ({@code mg}, {@code %}, {@code session}, {@code
 *     week}, {@code time/week}, {@code hour interval}); empty where none is printed
 * @param unitPrinted false where the unit is the field's custom and not printed: {@code 2x6} is
 *     twice a week for six weeks
 */
public record PrintedAmount(
    String printed, double low, double high, String unit, boolean unitPrinted) {}
