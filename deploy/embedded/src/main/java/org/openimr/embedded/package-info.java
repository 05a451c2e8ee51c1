/** A broker and a registry on this machine, so that nobody needs a cluster to see letters go. */
package org.openimr.embedded;
