/**
 * What happens when something that the services need is gone, full or wrong; each on the real
 * thing.
 */
package org.openimr.outages;
