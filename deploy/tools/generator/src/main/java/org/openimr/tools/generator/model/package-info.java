/**
 * The values that describe a synthetic letter: its settings, labels, content and seeded random
 * numbers.
 */
package org.openimr.tools.generator.model;
