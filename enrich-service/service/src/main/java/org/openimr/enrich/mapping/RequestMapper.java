package org.openimr.enrich.mapping;

import java.util.List;
import java.util.Optional;
import org.openimr.event.BodyPart;
import org.openimr.event.Laterality;
import org.openimr.event.Measure;
import org.openimr.event.Request;
import org.openimr.event.RequestDetails;
import org.openimr.event.ServiceDates;
import org.openimr.parser.request.RequestParser;
import org.openimr.parser.request.category.TreatmentCategory;
import org.openimr.parser.request.category.TreatmentCategoryClassifier;

/** Maps a request, with its category and its details, to the events' form. */
final class RequestMapper {
  private final RequestParser reader;

  RequestMapper(TreatmentCategoryClassifier categories) {
    this.reader = new RequestParser(categories);
  }

  Request map(org.openimr.parser.letter.model.DisputedRequest printed) {
    RequestParser.ParsedRequest read = reader.parse(printed.disputed());
    Optional<TreatmentCategory> category = read.category();
    Request request = new Request();
    request.setText(printed.text());
    request.setOriginal(printed.original().orElse(null));
    request.setAuthorized(printed.authorized().orElse(null));
    request.setDisputed(printed.disputed());
    request.setCategory(category.map(TreatmentCategory::category).orElse(null));
    request.setSubcategory(category.flatMap(TreatmentCategory::subcategory).orElse(null));
    request.setDetails(details(read.details()));
    return request;
  }

  private static RequestDetails details(org.openimr.parser.request.detail.RequestDetails read) {
    RequestDetails details = new RequestDetails();
    details.setQuantities(measures(read.quantities()));
    details.setStrengths(measures(read.strengths()));
    details.setRefills(measures(read.refills()));
    details.setSessions(measures(read.sessions()));
    details.setFrequencies(measures(read.frequencies()));
    details.setDurations(measures(read.durations()));
    details.setSides(ListMapper.map(read.sides(), RequestMapper::side));
    details.setBodyParts(ListMapper.map(read.bodyParts(), RequestMapper::bodyPart));
    details.setDatesOfService(ListMapper.map(read.datesOfService(), RequestMapper::dates));
    details.setRetrospective(read.retrospective());
    return details;
  }

  private static List<Measure> measures(
      List<org.openimr.parser.request.amount.PrintedAmount> measures) {
    return ListMapper.map(
        measures, m -> new Measure(m.printed(), m.low(), m.high(), m.unit(), m.unitPrinted()));
  }

  private static Laterality side(org.openimr.parser.request.detail.Laterality side) {
    return Laterality.valueOf(side.name());
  }

  private static BodyPart bodyPart(org.openimr.parser.request.detail.BodyPart part) {
    return new BodyPart(
        part.printed(), part.name(), part.side().map(RequestMapper::side).orElse(null));
  }

  private static ServiceDates dates(org.openimr.parser.request.detail.ServiceDates dates) {
    return new ServiceDates(dates.printed(), dates.first().orElse(null), dates.last().orElse(null));
  }
}
