/** Benchmarks of the pipeline: processes of broker, registry and services, each with a baseline. */
package org.openimr.tools.benchmarks;
