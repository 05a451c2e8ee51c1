/** Compares a determination with its label, field by field. */
package org.openimr.tools.evaluation.comparison;
