/** {@code imr reconcile}: what the pipeline took against what it gave. */
package org.openimr.cli.reconcile;
