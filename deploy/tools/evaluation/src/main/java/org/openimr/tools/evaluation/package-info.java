/**
 * How right letters are read: compares determinations with labels field by field and reports it, so
 * that the author of a rule sees what it gains and what it loses. LABELS.md describes the labels.
 */
package org.openimr.tools.evaluation;
