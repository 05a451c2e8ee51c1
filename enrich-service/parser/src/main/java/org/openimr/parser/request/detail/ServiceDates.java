package org.openimr.parser.request.detail;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The date or period of a service that was given before the review.
 *
 * @param printed the date or dates as printed
 * @param first empty if the printed date does not exist
 * @param last equal to {@code first} for a single day
 */
public record ServiceDates(String printed, Optional<LocalDate> first, Optional<LocalDate> last) {}
