package org.openimr.enrich.request;

import java.util.Optional;

/** Temporary. */
public final class TreatmentCategories {
  /** Temporary. */
  public Optional<TreatmentCategory> of(String disputed) {
    return Optional.empty();
  }
}
