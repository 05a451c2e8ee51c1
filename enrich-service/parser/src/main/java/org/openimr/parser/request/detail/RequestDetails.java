package org.openimr.parser.request.detail;

import java.util.List;
import org.openimr.parser.request.amount.AmountParser.Kind;
import org.openimr.parser.request.amount.PrintedAmount;
import org.openimr.parser.request.amount.RequestAmounts;
import org.openimr.parser.request.text.Tokens;

/**
 * What a request says of amount, time and place. Only what is printed, nothing worked out: {@code
 * 2x6} has no number of sessions. All lists in the order of print.
 *
 * @param quantities how much is dispensed or supplied: {@code #60}, {@code 240 grams}
 * @param strengths of a drug: {@code 20mg}, {@code 5%}; {@code 10/325mg} is two
 * @param refills how many
 * @param sessions visits or treatments in all: {@code 12 sessions}, {@code times 12}
 * @param frequencies how often: {@code three times a week}, {@code BID}, {@code every 4-6 hrs}
 * @param durations how long: {@code for four weeks}, {@code 14 days}
 * @param sides each side of the body that is named, once
 * @param bodyParts each part that is named, once a side
 * @param datesOfService only dates that are called that
 * @param retrospective whether the request is said to be that
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

  /** Reads a request's words, of any length, in linear time. */
  public static RequestDetails of(String request) {
    return of(Tokens.of(request));
  }

  public static RequestDetails of(Tokens words) {
    BodyPartScanner anatomy = BodyPartScanner.of(words);
    RequestAmounts measures = RequestAmounts.of(words);
    return new RequestDetails(
        measures.of(Kind.QUANTITY),
        measures.of(Kind.STRENGTH),
        measures.of(Kind.REFILLS),
        measures.of(Kind.SESSIONS),
        measures.of(Kind.FREQUENCY),
        measures.of(Kind.DURATION),
        anatomy.sides(),
        anatomy.bodyParts(),
        ServiceDateScanner.scan(words),
        ServiceDateScanner.isRetrospective(words));
  }
}
