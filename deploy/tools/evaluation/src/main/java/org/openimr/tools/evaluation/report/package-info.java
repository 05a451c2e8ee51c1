/** Reports of an evaluation as text and as HTML. */
package org.openimr.tools.evaluation.report;
