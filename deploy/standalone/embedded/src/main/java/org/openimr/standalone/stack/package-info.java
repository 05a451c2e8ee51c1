/** Broker and registry on this machine, to run the pipeline without a cluster. */
package org.openimr.standalone.stack;
