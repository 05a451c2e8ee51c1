/** Child JVMs, free ports and startup failures that all embedded servers share. */
package org.openimr.standalone.process;
