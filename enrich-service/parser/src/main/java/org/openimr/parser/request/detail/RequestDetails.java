package org.openimr.parser.request.detail;

import java.util.List;
import org.openimr.parser.request.amount.AmountKind;
import org.openimr.parser.request.amount.PrintedAmount;
import org.openimr.parser.request.amount.RequestAmounts;
import org.openimr.parser.request.text.Tokens;

/**
 * Amounts, body parts and dates of a request. Holds only what is printed and computes nothing:
 * {@code 2x6} has no number of sessions. All lists are in the order of the text.
 *
 * @param quantities amounts dispensed or supplied: {@code #60}, {@code 240 grams}
 * @param strengths strengths of drugs: {@code 20mg}, {@code 5%}; {@code 10/325mg} is two
 * @param refills numbers of refills
 * @param sessions total visits or treatments: {@code 12 sessions}, {@code times 12}
 * @param frequencies how often: {@code three times a week}, {@code BID}, {@code every 4-6 hrs}
 * @param durations how long: {@code for four weeks}, {@code 14 days}
 * @param sides sides of the body, without duplicates
 * @param bodyParts body parts, one entry per part and side
 * @param datesOfService dates that the request calls dates of service
 * @param retrospective whether the request calls itself retrospective
 */
public record RequestDetails(
    List<PrintedAmount> quantities,
    List<PrintedAmount> strengths,
    List<PrintedAmount> refills,
    List<PrintedAmount> sessions,
    List<PrintedAmount> frequencies,
    List<PrintedAmount> durations,
    List<Laterality> sides,
    List<BodyPart> bodyParts,
    List<ServiceDates> datesOfService,
    boolean retrospective) {

  /** Parses a request of any length in linear time. */
  public static RequestDetails of(String request) {
    return of(Tokens.of(request));
  }

  public static RequestDetails of(Tokens tokens) {
    BodyPartScanner bodyParts = BodyPartScanner.of(tokens);
    RequestAmounts amounts = RequestAmounts.of(tokens);
    return new RequestDetails(
        amounts.of(AmountKind.QUANTITY),
        amounts.of(AmountKind.STRENGTH),
        amounts.of(AmountKind.REFILLS),
        amounts.of(AmountKind.SESSIONS),
        amounts.of(AmountKind.FREQUENCY),
        amounts.of(AmountKind.DURATION),
        bodyParts.sides(),
        bodyParts.bodyParts(),
        ServiceDateScanner.scan(tokens),
        ServiceDateScanner.isRetrospective(tokens));
  }
}
