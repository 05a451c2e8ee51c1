/**
 * {@code imr doctor}: checks an installation from outside and reports problems with remedies. It
 * changes nothing and reads no letter.
 */
package org.openimr.cli.doctor;
