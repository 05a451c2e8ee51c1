/** Reports of chaos and restart runs. */
package org.openimr.tools.chaos.report;
