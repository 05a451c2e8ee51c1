package org.openimr.enrich.topology;

import java.util.List;
import java.util.Optional;
import org.openimr.enrich.request.RequestReader;
import org.openimr.enrich.request.TreatmentCategories;
import org.openimr.enrich.request.TreatmentCategory;
import org.openimr.event.BodyPart;
import org.openimr.event.Laterality;
import org.openimr.event.Measure;
import org.openimr.event.Request;
import org.openimr.event.RequestDetails;
import org.openimr.event.ServiceDates;

/** Maps a request, with its category and its details, to the events' form. */
final class RequestMapping {
  private final RequestReader reader;

  RequestMapping(TreatmentCategories categories) {
    this.reader = new RequestReader(categories);
  }

  Request map(org.openimr.enrich.letter.Request printed) {
    RequestReader.Read read = reader.read(printed.disputed());
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

  private static RequestDetails details(org.openimr.enrich.request.RequestDetails read) {
    RequestDetails details = new RequestDetails();
    details.setQuantities(measures(read.quantities()));
    details.setStrengths(measures(read.strengths()));
    details.setRefills(measures(read.refills()));
    details.setSessions(measures(read.sessions()));
    details.setFrequencies(measures(read.frequencies()));
    details.setDurations(measures(read.durations()));
    details.setSides(Each.of(read.sides(), RequestMapping::side));
    details.setBodyParts(Each.of(read.bodyParts(), RequestMapping::bodyPart));
    details.setDatesOfService(Each.of(read.datesOfService(), RequestMapping::dates));
    details.setRetrospective(read.retrospective());
    return details;
  }

  private static List<Measure> measures(List<org.openimr.enrich.request.Measure> measures) {
    return Each.of(
        measures, m -> new Measure(m.printed(), m.low(), m.high(), m.unit(), m.unitPrinted()));
  }

  private static Laterality side(org.openimr.enrich.request.Laterality side) {
    return Laterality.valueOf(side.name());
  }

  private static BodyPart bodyPart(org.openimr.enrich.request.BodyPart part) {
    return new BodyPart(
        part.printed(), part.name(), part.side().map(RequestMapping::side).orElse(null));
  }

  private static ServiceDates dates(org.openimr.enrich.request.ServiceDates dates) {
    return new ServiceDates(dates.printed(), dates.first().orElse(null), dates.last().orElse(null));
  }
}
