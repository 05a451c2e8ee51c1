package org.openimr.enrich.mapping;

import java.util.List;
import java.util.Optional;
import org.openimr.event.BodyPart;
import org.openimr.event.Measure;
import org.openimr.event.Request;
import org.openimr.event.RequestDetails;
import org.openimr.event.ServiceDates;
import org.openimr.parser.request.RequestParser;
import org.openimr.parser.request.category.TreatmentCategory;
import org.openimr.parser.request.category.TreatmentCategoryClassifier;

/** Parses a disputed request and maps it, with its category and details, to an event. */
final class RequestMapper {
  private final RequestParser parser;

  RequestMapper(TreatmentCategoryClassifier categories) {
    this.parser = new RequestParser(categories);
  }

  Request map(org.openimr.parser.letter.model.DisputedRequest printed) {
    RequestParser.ParsedRequest parsed = parser.parse(printed.disputed());
    Optional<TreatmentCategory> category = parsed.category();
    Request request = new Request();
    request.setText(printed.text());
    request.setOriginal(printed.original().orElse(null));
    request.setAuthorized(printed.authorized().orElse(null));
    request.setDisputed(printed.disputed());
    request.setCategory(category.map(TreatmentCategory::category).orElse(null));
    request.setSubcategory(category.flatMap(TreatmentCategory::subcategory).orElse(null));
    request.setDetails(details(parsed.details()));
    return request;
  }

  private static RequestDetails details(org.openimr.parser.request.detail.RequestDetails parsed) {
    RequestDetails details = new RequestDetails();
    details.setQuantities(measures(parsed.quantities()));
    details.setStrengths(measures(parsed.strengths()));
    details.setRefills(measures(parsed.refills()));
    details.setSessions(measures(parsed.sessions()));
    details.setFrequencies(measures(parsed.frequencies()));
    details.setDurations(measures(parsed.durations()));
    details.setSides(ListMapper.map(parsed.sides(), EnumMapper::toEvent));
    details.setBodyParts(ListMapper.map(parsed.bodyParts(), RequestMapper::bodyPart));
    details.setDatesOfService(ListMapper.map(parsed.datesOfService(), RequestMapper::dates));
    details.setRetrospective(parsed.retrospective());
    return details;
  }

  private static List<Measure> measures(
      List<org.openimr.parser.request.amount.PrintedAmount> measures) {
    return ListMapper.map(
        measures, m -> new Measure(m.printed(), m.low(), m.high(), m.unit(), m.unitPrinted()));
  }

  private static BodyPart bodyPart(org.openimr.parser.request.detail.BodyPart part) {
    return new BodyPart(
        part.printed(), part.name(), part.side().map(EnumMapper::toEvent).orElse(null));
  }

  private static ServiceDates dates(org.openimr.parser.request.detail.ServiceDates dates) {
    return new ServiceDates(dates.printed(), dates.first().orElse(null), dates.last().orElse(null));
  }
}
