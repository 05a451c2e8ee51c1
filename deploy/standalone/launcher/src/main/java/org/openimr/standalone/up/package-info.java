/** The whole pipeline in one process, letters going through it and people watching. */
package org.openimr.standalone.up;
