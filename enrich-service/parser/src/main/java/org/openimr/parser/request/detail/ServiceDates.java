package org.openimr.parser.request.detail;

import java.time.LocalDate;
import java.util.Optional;

/**
 * When a service that is reviewed afterwards was given.
 *
 * @param printed the date or dates as printed
 * @param first empty where what is printed is no date of the calendar
 * @param last equal to {@code first} where one day is printed
 */
public record ServiceDates(String printed, Optional<LocalDate> first, Optional<LocalDate> last) {}
