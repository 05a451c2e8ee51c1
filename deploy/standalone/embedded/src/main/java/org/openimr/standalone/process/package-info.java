/** Child JVMs, free ports and startup failures, shared by all embedded servers. */
package org.openimr.standalone.process;
