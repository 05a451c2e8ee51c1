/** Scores of an evaluation run, how they are saved, and how two runs compare. */
package org.openimr.tools.evaluation.score;
