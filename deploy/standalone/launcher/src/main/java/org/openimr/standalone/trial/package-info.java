/** The sink resilience trial, which injects faults while letters flow. */
package org.openimr.standalone.trial;
