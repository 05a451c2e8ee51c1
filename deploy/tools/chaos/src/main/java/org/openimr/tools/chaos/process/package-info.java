/** The pipeline's processes: how each is started, watched and killed. */
package org.openimr.tools.chaos.process;
