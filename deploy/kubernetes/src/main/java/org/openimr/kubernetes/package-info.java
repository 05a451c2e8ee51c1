/**
 * The chart is files of this folder, not code; what is here are tests: that Helm renders it, that
 * what comes is what Kubernetes and the operators take, and that it says the same as the code.
 */
package org.openimr.kubernetes;
