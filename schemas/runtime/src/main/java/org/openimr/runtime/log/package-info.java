/** The log of a service: sentences for people, or on request a JSON object a line for machines. */
package org.openimr.runtime.log;
