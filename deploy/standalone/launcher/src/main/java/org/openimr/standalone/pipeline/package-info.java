/** The whole pipeline in one process, with its data directory and ports. */
package org.openimr.standalone.pipeline;
