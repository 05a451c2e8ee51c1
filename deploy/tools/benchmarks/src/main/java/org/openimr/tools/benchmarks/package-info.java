/**
 * How fast the pipeline is: broker, registry and services as processes, a yardstick beside each.
 */
package org.openimr.tools.benchmarks;
