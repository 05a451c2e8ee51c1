/**
 * {@code imr doctor}: looks at an installation from outside, as an operator would, and says of each
 * part what is right or what to do. It changes nothing and reads no letter.
 */
package org.openimr.cli.doctor;
