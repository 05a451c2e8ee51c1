/**
 * A broker, a registry and a database on this machine, so that nobody needs a cluster to see
 * letters go.
 */
package org.openimr.standalone.stack;
