/** The pipeline as a test fixture: cluster, registry and services in the JVM of the test. */
package org.openimr.testkit.pipeline;
